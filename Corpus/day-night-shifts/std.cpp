#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int main() {
    int n;
    std::string s;
    std::cin >> n >> s;
    std::vector<int> first(2 * n + 1, -1);
    int level = n, best = 0;
    first[level] = 0;
    for (int i = 1; i <= n; i++) {
        level += s[i - 1] == '1' ? 1 : -1;
        if (first[level] == -1) first[level] = i;
        else best = std::max(best, i - first[level]);
    }
    std::cout << best << '\n';
    return 0;
}
