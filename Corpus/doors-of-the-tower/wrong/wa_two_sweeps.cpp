// Wrong: sweeps over the doors in the given order only twice.
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
        std::vector<long long> a(n), b(n);
        for (auto &x : a) std::cin >> x;
        for (auto &x : b) std::cin >> x;
        for (int sweep = 0; sweep < 2; sweep++) {
            for (int i = 0; i < n; i++) {
                if (a[i] > power) continue;
                power += b[i];
                a[i] = 4000000000000000000LL;
            }
        }
        std::cout << power << '\n';
    }
    return 0;
}
