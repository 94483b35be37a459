// Wrong: does not see a meteor that starts in the second in which the photo is taken.
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
        std::sort(meteors.begin(), meteors.end());
        int photos = 0, last = -1;
        for (auto [end, start] : meteors) {
            if (start < last) continue;
            photos++;
            last = end;
        }
        printf("%d\n", photos);
    }
    return 0;
}
