// Wrong: prints the greatest number of steps below the length, not the least.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    std::string s, t;
    while (std::cin >> s >> t) {
        int n = int(s.size()), answer = -1;
        if (int(t.size()) == n) {
            std::vector<int> border(n + 1);
            border[0] = -1;
            for (int i = 0, k = -1; i < n; i++) {
                while (k >= 0 && t[k] != t[i]) k = border[k];
                border[i + 1] = ++k;
            }
            for (int i = 0, k = 0; i < 2 * n - 1; i++) {
                while (k >= 0 && t[k] != s[i % n]) k = border[k];
                if (++k < n) continue;
                answer = i - n + 1;
                k = border[k];
            }
        }
        if (answer == -1) {
            std::cout << "impossible\n";
        } else {
            std::cout << answer << '\n';
        }
    }
    return 0;
}
