// Slow: extends a part from every start, O(n^2).
#include <algorithm>
#include <iostream>
#include <string>

int main() {
    int n;
    std::string s;
    std::cin >> n >> s;
    int best = 0;
    for (int l = 0; l < n; l++) {
        int balance = 0;
        for (int r = l; r < n; r++) {
            balance += s[r] == '1' ? 1 : -1;
            if (balance == 0) best = std::max(best, r - l + 1);
        }
    }
    std::cout << best << '\n';
    return 0;
}
