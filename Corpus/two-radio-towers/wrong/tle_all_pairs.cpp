// Slow: tries all pairs of squares, O((HW)^2).
#include <algorithm>
#include <iostream>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int h, w;
    long long c;
    std::cin >> h >> w >> c;
    std::vector<long long> a(h * w);
    for (auto &x : a) std::cin >> x;
    long long answer = -4000000000000000000LL;
    for (int p = 0; p < h * w; p++) {
        for (int q = 0; q < p; q++) {
            long long distance = p / w - q / w + std::abs(p % w - q % w);
            answer = std::max(answer, a[p] + a[q] - c * distance);
        }
    }
    std::cout << answer << '\n';
    return 0;
}
