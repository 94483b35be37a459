// Slow: tries all pairs of a left and a right end around the favourite, O(n^2).
#include <iostream>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, m;
    std::cin >> n >> m;
    std::vector<int> p(n);
    for (auto &x : p) std::cin >> x;
    int middle = 0;
    while (p[middle] != m) middle++;
    long long answer = 0;
    int left = 0;
    for (int l = middle; l >= 0; l--) {
        left += (p[l] > m) - (p[l] < m);
        int balance = left;
        for (int r = middle; r < n; r++) {
            if (p[r] > m) {
                balance++;
            } else if (p[r] < m) {
                balance--;
            }
            if (balance == 0) answer++;
        }
    }
    std::cout << answer << '\n';
    return 0;
}
