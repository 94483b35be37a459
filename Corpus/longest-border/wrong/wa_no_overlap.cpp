// Wrong: considers borders up to half of the length only, although the occurrences may overlap.
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
    int k = border[n - 1];
    while (2 * k > n) k = border[k - 1];
    std::cout << k << '\n';
    return 0;
}
