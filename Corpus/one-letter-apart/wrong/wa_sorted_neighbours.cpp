// Wrong: compares each string with the next one in sorted order only.
#include <algorithm>
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
    std::sort(s.begin(), s.end());
    int pairs = 0;
    for (int i = 1; i < n; i++) {
        int different = 0;
        for (int p = 0; p < m; p++) different += s[i][p] != s[i - 1][p];
        if (different == 1) pairs++;
    }
    std::cout << pairs << '\n';
    return 0;
}
