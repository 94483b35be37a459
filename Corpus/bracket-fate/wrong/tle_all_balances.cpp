// Slow: keeps the set of all balances that can be reached, O(n^2).
#include <iostream>
#include <set>
#include <string>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int t;
    std::cin >> t;
    while (t--) {
        std::string s;
        std::cin >> s;
        std::set<int> balances = {0};
        bool unknown = false;
        for (char c : s) {
            std::set<int> next;
            for (int b : balances) {
                if (c != ')') next.insert(b + 1);
                if (c != '(' && b > 0) next.insert(b - 1);
            }
            balances.swap(next);
            if (c == '?') unknown = true;
        }
        std::cout << (!balances.count(0) ? "never" : unknown ? "sometimes" : "always") << '\n';
    }
    return 0;
}
