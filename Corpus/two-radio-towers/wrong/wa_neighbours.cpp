// Wrong: only tries squares that share a side or a corner.
#include <algorithm>
#include <iostream>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int h, w;
    long long c;
    std::cin >> h >> w >> c;
    std::vector<std::vector<long long>> a(h, std::vector<long long>(w));
    for (auto &row : a) {
        for (auto &x : row) std::cin >> x;
    }
    long long answer = -4000000000000000000LL;
    for (int i = 0; i < h; i++) {
        for (int j = 0; j < w; j++) {
            for (int u = i; u <= std::min(h - 1, i + 1); u++) {
                for (int v = std::max(0, j - 1); v <= std::min(w - 1, j + 1); v++) {
                    int distance = u - i + std::abs(v - j);
                    if (distance > 0) answer = std::max(answer, a[i][j] + a[u][v] - c * distance);
                }
            }
        }
    }
    std::cout << answer << '\n';
    return 0;
}
