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
    const long long none = -4000000000000000000LL;
    long long answer = none;
    for (int flip = 0; flip < 2; flip++) {
        // best[j]: the greatest revenue minus cable from a tower above or left of the square, up to column j.
        std::vector<long long> best(w, none);
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < w; j++) {
                if (best[j] != none) best[j] -= c;
                if (j > 0 && best[j - 1] != none) best[j] = std::max(best[j], best[j - 1] - c);
                if (best[j] != none) answer = std::max(answer, best[j] + a[i][j]);
                best[j] = std::max(best[j], a[i][j]);
            }
        }
        for (auto &row : a) std::reverse(row.begin(), row.end());
    }
    std::cout << answer << '\n';
    return 0;
}
