// Wrong: never cuts the piece at the very end of the ribbon, except from a ribbon of length k.
#include <algorithm>
#include <iostream>
#include <numeric>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, k;
    std::string s;
    std::cin >> n >> k >> s;
    // Prefix doubling: rank[i] orders the strings of the length reached so far that start at i.
    std::vector<int> rank(s.begin(), s.end()), order(n);
    std::iota(order.begin(), order.end(), 0);
    for (int length = 1; length < k;) {
        int step = std::min(length, k - length);
        auto key = [&](int i) { return std::make_pair(rank[i], i + step < n ? rank[i + step] : -1); };
        std::sort(order.begin(), order.end(), [&](int i, int j) { return key(i) < key(j); });
        std::vector<int> next(n);
        for (int i = 1; i < n; i++) next[order[i]] = next[order[i - 1]] + (key(order[i - 1]) < key(order[i]));
        rank = next;
        length += step;
    }
    std::vector<int> kinds(rank.begin(), rank.begin() + std::max(n - k, 1));
    std::sort(kinds.begin(), kinds.end());
    std::cout << std::unique(kinds.begin(), kinds.end()) - kinds.begin() << '\n';
    return 0;
}
