// Wrong: checks the length, the ends and the numbers of brackets, but not the prefixes inside.
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
        int n = int(s.size());
        int open = int(std::count(s.begin(), s.end(), '(')), close = int(std::count(s.begin(), s.end(), ')'));
        bool possible = n % 2 == 0 && open <= n / 2 && close <= n / 2 && s[0] != ')' && s[n - 1] != '(';
        std::cout << (!possible ? "never" : open + close < n ? "sometimes" : "always") << '\n';
    }
    return 0;
}
