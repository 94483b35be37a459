// Slow: looks up every suffix as a string of its own, quadratic in the length of a long string.
#include <iostream>
#include <map>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n;
    std::cin >> n;
    std::vector<std::string> s(n);
    std::map<std::string, int> count;
    for (auto &word : s) {
        std::cin >> word;
        count[word]++;
    }
    long long answer = -n;
    for (auto &word : s) {
        for (size_t from = 0; from < word.size(); from++) {
            auto found = count.find(word.substr(from));
            if (found != count.end()) answer += found->second;
        }
    }
    std::cout << answer << '\n';
    return 0;
}
