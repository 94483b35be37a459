// Wrong: lets the lowest balance sink below zero and only asks whether zero lies between the two balances at the end.
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
        int low = 0, high = 0;
        bool possible = s.size() % 2 == 0, unknown = false;
        for (char c : s) {
            high += c == ')' ? -1 : 1;
            low += c == '(' ? 1 : -1;
            if (high < 0) possible = false;
            if (c == '?') unknown = true;
        }
        possible = possible && low <= 0 && high >= 0;
        std::cout << (!possible ? "never" : unknown ? "sometimes" : "always") << '\n';
    }
    return 0;
}
