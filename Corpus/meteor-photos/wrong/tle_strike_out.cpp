// Slow: after every photo goes through all the meteors again, O(n^2).
#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

int main() {
    int n;
    while (scanf("%d", &n) == 1 && n != 0) {
        std::vector<std::pair<int, int>> meteors(n);
        for (auto &[end, start] : meteors) {
            if (scanf("%d %d", &start, &end) != 2) return 1;
        }
        int photos = 0;
        while (!meteors.empty()) {
            photos++;
            int photo = std::min_element(meteors.begin(), meteors.end())->first;
            auto seen = [photo](const std::pair<int, int> &meteor) { return meteor.second <= photo; };
            meteors.erase(std::remove_if(meteors.begin(), meteors.end(), seen), meteors.end());
        }
        printf("%d\n", photos);
    }
    return 0;
}
