// Slow: sweeps over all doors until none opens any more, O(n^2) if every sweep opens just one.
#include <iostream>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int t;
    std::cin >> t;
    while (t--) {
        int n;
        long long power;
        std::cin >> n >> power;
        std::vector<int> a(n), b(n);
        for (auto &x : a) std::cin >> x;
        for (auto &x : b) std::cin >> x;
        std::vector<char> open(n);
        for (bool changed = true; changed;) {
            changed = false;
            for (int i = 0; i < n; i++) {
                if (open[i] || a[i] > power) continue;
                open[i] = 1;
                power += b[i];
                changed = true;
            }
        }
        std::cout << power << '\n';
    }
    return 0;
}
