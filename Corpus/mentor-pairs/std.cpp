#include <cstdio>
#include <vector>

std::vector<std::vector<int>> likes;
std::vector<int> newcomer, visit;

bool assign(int a, int round) {
    for (int b : likes[a]) {
        if (visit[b] == round) continue;
        visit[b] = round;
        if (newcomer[b] == 0 || assign(newcomer[b], round)) {
            newcomer[b] = a;
            return true;
        }
    }
    return false;
}

int main() {
    int n, m, k;
    if (scanf("%d %d %d", &n, &m, &k) != 3) return 1;
    likes.resize(n + 1);
    newcomer.resize(m + 1);
    visit.resize(m + 1);
    while (k--) {
        int a, b;
        if (scanf("%d %d", &a, &b) != 2) return 1;
        likes[a].push_back(b);
    }
    int pairs = 0;
    for (int a = 1; a <= n; a++) pairs += assign(a, a);
    printf("%d\n", pairs);
    return 0;
}
