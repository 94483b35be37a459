// Slow: compares the ends of all pairs of strings, O(N^2).
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n;
    std::cin >> n;
    std::vector<std::string> s(n);
    for (auto &word : s) std::cin >> word;
    long long answer = 0;
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            if (i == j || s[i].size() > s[j].size()) continue;
            if (s[j].compare(s[j].size() - s[i].size(), s[i].size(), s[i]) == 0) answer++;
        }
    }
    std::cout << answer << '\n';
    return 0;
}
