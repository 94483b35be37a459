#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n;
    std::cin >> n;
    std::vector<std::string> words(n);
    for (auto &w : words) std::cin >> w;
    std::sort(words.begin(), words.end());
    int best = 0, where = 0;
    for (int i = 0, j = 0; i < n; i = j) {
        while (j < n && words[j] == words[i]) j++;
        if (j - i > best) {
            best = j - i;
            where = i;
        }
    }
    std::cout << words[where] << ' ' << best << '\n';
    return 0;
}
