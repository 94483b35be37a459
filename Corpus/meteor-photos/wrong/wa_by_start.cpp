// Wrong: goes through the meteors by their start and takes the photo at the end of the first one, even if a later one ends before.
#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

int main() {
    int n;
    while (scanf("%d", &n) == 1 && n != 0) {
        std::vector<std::pair<int, int>> meteors(n);
        for (auto &[start, end] : meteors) {
            if (scanf("%d %d", &start, &end) != 2) return 1;
        }
        std::sort(meteors.begin(), meteors.end());
        int photos = 0, last = -1;
        for (auto [start, end] : meteors) {
            if (start <= last) continue;
            photos++;
            last = end;
        }
        printf("%d\n", photos);
    }
    return 0;
}
