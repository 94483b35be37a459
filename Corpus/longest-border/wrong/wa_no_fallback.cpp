// Wrong: starts again from the empty border after a mismatch instead of following shorter borders.
#include <iostream>
#include <string>

int main() {
    std::ios::sync_with_stdio(false);
    std::string s;
    std::cin >> s;
    int n = int(s.size()), k = 0;
    for (int i = 1; i < n; i++) {
        if (s[i] != s[k]) k = 0;
        if (s[i] == s[k]) k++;
    }
    std::cout << k << '\n';
    return 0;
}
