// Wrong: skips equal cards of a student only if they come one after the other.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<int> owned;
    while (n--) {
        int k;
        if (scanf("%d", &k) != 1) return 1;
        std::vector<int> album(k);
        for (int &card : album) {
            if (scanf("%d", &card) != 1) return 1;
        }
        album.erase(std::unique(album.begin(), album.end()), album.end());
        owned.insert(owned.end(), album.begin(), album.end());
    }
    std::sort(owned.begin(), owned.end());
    int best = 0, most = 0, run = 0;
    for (size_t i = 0; i < owned.size(); i++) {
        run = i > 0 && owned[i] == owned[i - 1] ? run + 1 : 1;
        if (run <= most) continue;
        most = run;
        best = owned[i];
    }
    printf("%d %d\n", best, most);
    return 0;
}
