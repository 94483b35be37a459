// Slow: compares every two strings, O(n^2).
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, m;
    std::cin >> n >> m;
    std::vector<std::string> s(n);
    for (auto &x : s) std::cin >> x;
    long long pairs = 0;
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
            int different = 0;
            for (int p = 0; p < m && different < 2; p++) different += s[i][p] != s[j][p];
            if (different == 1) pairs++;
        }
    }
    std::cout << pairs << '\n';
    return 0;
}
