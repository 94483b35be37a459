#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::string s;
    std::cin >> s;
    int n = int(s.size());
    std::vector<int> border(n, 0);
    for (int i = 1, k = 0; i < n; i++) {
        while (k > 0 && s[i] != s[k]) k = border[k - 1];
        if (s[i] == s[k]) k++;
        border[i] = k;
    }
    std::cout << border[n - 1] << '\n';
    return 0;
}
