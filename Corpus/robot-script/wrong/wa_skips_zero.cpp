// Wrong: skips MUL 0, as if a factor of zero changed nothing.
#include <iostream>
#include <string>
#include <utility>
#include <vector>

const long long mod = 1000000007;

// The map v -> a v + b; what a block of the script does to the register.
struct Map {
    long long a = 1, b = 0;
};

Map then(const Map &first, const Map &second) {
    return {first.a * second.a % mod, (first.b * second.a + second.b) % mod};
}

int main() {
    std::ios::sync_with_stdio(false);
    std::vector<std::pair<Map, int>> open = {{Map{}, 1}};
    std::string word;
    while (std::cin >> word && word != "HALT") {
        if (word == "END") {
            auto [block, times] = open.back();
            open.pop_back();
            for (; times > 0; times /= 2) {
                if (times % 2 == 1) open.back().first = then(open.back().first, block);
                block = then(block, block);
            }
            continue;
        }
        long long x;
        std::cin >> x;
        Map &now = open.back().first;
        if (word == "ADD") now = then(now, {1, x});
        if (word == "MUL" && x != 0) now = then(now, {x, 0});
        if (word == "REPEAT") open.push_back({Map{}, int(x)});
    }
    std::cout << open.back().first.b << '\n';
    return 0;
}
