// Slow: tries both lanes for every car without remembering what has been tried, which is exponential.
#include <algorithm>
#include <cstdio>
#include <vector>

std::vector<int> cars;

int load(size_t i, int port, int starboard) {
    if (i == cars.size()) return int(i);
    int best = int(i);
    if (cars[i] <= port) best = std::max(best, load(i + 1, port - cars[i], starboard));
    if (cars[i] <= starboard) best = std::max(best, load(i + 1, port, starboard - cars[i]));
    return best;
}

int main() {
    int length, c;
    if (scanf("%d", &length) != 1) return 1;
    while (scanf("%d", &c) == 1 && c != 0) cars.push_back(c);
    printf("%d\n", load(0, 100 * length, 100 * length));
    return 0;
}
