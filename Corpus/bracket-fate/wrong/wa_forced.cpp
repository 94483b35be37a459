// Wrong: prints "always" if there is exactly one regular sequence, even if others are not regular.
#include <algorithm>
#include <iostream>
#include <string>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int t;
    std::cin >> t;
    while (t--) {
        std::string s;
        std::cin >> s;
        int n = int(s.size()), low = 0, high = 0;
        bool possible = true;
        for (char c : s) {
            high += c == ')' ? -1 : 1;
            low += c == '(' ? 1 : -1;
            if (low < 0) low += 2;
            if (high < 0) possible = false;
        }
        possible = possible && low == 0;
        int open = int(std::count(s.begin(), s.end(), '(')), close = int(std::count(s.begin(), s.end(), ')'));
        bool forced = 2 * open == n || 2 * close == n;
        std::cout << (!possible ? "never" : forced ? "always" : "sometimes") << '\n';
    }
    return 0;
}
