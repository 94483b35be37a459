#include <algorithm>
#include <iostream>
#include <utility>
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
        std::vector<std::pair<int, int>> doors(n);
        for (auto &d : doors) std::cin >> d.first;
        for (auto &d : doors) std::cin >> d.second;
        std::sort(doors.begin(), doors.end());
        for (auto [need, gain] : doors) {
            if (need > power) break;
            power += gain;
        }
        std::cout << power << '\n';
    }
    return 0;
}
