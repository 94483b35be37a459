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
        // The balances that can be reached are low, low + 2, ..., high.
        int low = 0, high = 0;
        bool possible = true, unknown = false;
        for (char c : s) {
            high += c == ')' ? -1 : 1;
            low += c == '(' ? 1 : -1;
            if (low < 0) low += 2;
            if (high < 0) {
                possible = false;
                break;
            }
            if (c == '?') unknown = true;
        }
        possible = possible && low == 0;
        std::cout << (!possible ? "never" : unknown ? "sometimes" : "always") << '\n';
    }
    return 0;
}
