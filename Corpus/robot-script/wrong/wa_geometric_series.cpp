// Wrong: adds up a geometric series by dividing by a - 1, also when a is 1.
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

long long power(long long base, long long exponent) {
    long long result = 1;
    for (; exponent > 0; exponent /= 2) {
        if (exponent % 2 == 1) result = result * base % mod;
        base = base * base % mod;
    }
    return result;
}

int main() {
    std::ios::sync_with_stdio(false);
    std::vector<std::pair<Map, int>> open = {{Map{}, 1}};
    std::string word;
    while (std::cin >> word && word != "HALT") {
        if (word == "END") {
            auto [block, times] = open.back();
            open.pop_back();
            long long a = power(block.a, times);
            long long series = (a + mod - 1) * power((block.a + mod - 1) % mod, mod - 2) % mod;
            open.back().first = then(open.back().first, {a, block.b * series % mod});
            continue;
        }
        long long x;
        std::cin >> x;
        Map &now = open.back().first;
        if (word == "ADD") now = then(now, {1, x});
        if (word == "MUL") now = then(now, {x, 0});
        if (word == "REPEAT") open.push_back({Map{}, int(x)});
    }
    std::cout << open.back().first.b << '\n';
    return 0;
}
