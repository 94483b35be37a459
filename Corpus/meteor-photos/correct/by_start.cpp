// Goes through the meteors by their start and keeps the time until which the current photo can wait.
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
        int photos = 0, wait = -1;
        for (auto [start, end] : meteors) {
            if (start > wait) {
                photos++;
                wait = end;
            }
            wait = std::min(wait, end);
        }
        printf("%d\n", photos);
    }
    return 0;
}
