// Slow: compares the prefix and the suffix of every length, O(|s|^2).
#include <iostream>
#include <string>

int main() {
    std::ios::sync_with_stdio(false);
    std::string s;
    std::cin >> s;
    int n = int(s.size());
    for (int length = n - 1; length >= 1; length--) {
        int i = 0;
        while (i < length && s[i] == s[n - length + i]) i++;
        if (i == length) {
            std::cout << length << '\n';
            return 0;
        }
    }
    std::cout << 0 << '\n';
    return 0;
}
