// Slow: counts every word by comparing it with all the others, O(n^2).
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
    int best = 0, where = 0;
    for (int i = 0; i < n; i++) {
        int count = 0;
        for (int j = 0; j < n; j++) count += words[i] == words[j];
        if (count > best || (count == best && words[i] < words[where])) {
            best = count;
            where = i;
        }
    }
    std::cout << words[where] << ' ' << best << '\n';
    return 0;
}
