// Wrong: the last photo seems to be at second 0 at first, so a meteor that starts there seems to be on it.
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
        int photos = 0, last = 0;
        for (auto [end, start] : meteors) {
            if (start <= last) continue;
            photos++;
            last = end;
        }
        printf("%d\n", photos);
    }
    return 0;
}
