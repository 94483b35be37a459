// Wrong: the power can reach about 2 * 10^14, which does not fit into 32 bits.
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
        unsigned power;
        std::cin >> n >> power;
        std::vector<std::pair<int, int>> doors(n);
        for (auto &d : doors) std::cin >> d.first;
        for (auto &d : doors) std::cin >> d.second;
        std::sort(doors.begin(), doors.end());
        for (auto [need, gain] : doors) {
            if (need > int(power)) break;
            power += unsigned(gain);
        }
        std::cout << int(power) << '\n';
    }
    return 0;
}
