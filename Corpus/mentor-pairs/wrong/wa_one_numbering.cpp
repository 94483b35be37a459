// Wrong: puts newcomers and mentors into one numbering, so Newcomer i and Mentor i become one vertex.
#include <algorithm>
#include <cstdio>
#include <vector>

std::vector<std::vector<int>> likes;
std::vector<int> partner, visit;

bool assign(int a, int round) {
    for (int b : likes[a]) {
        if (visit[b] == round) continue;
        visit[b] = round;
        if (partner[b] == 0 || assign(partner[b], round)) {
            partner[b] = a;
            partner[a] = b;
            return true;
        }
    }
    return false;
}

int main() {
    int n, m, k;
    if (scanf("%d %d %d", &n, &m, &k) != 3) return 1;
    int size = std::max(n, m) + 1;
    likes.resize(size);
    partner.resize(size);
    visit.resize(size);
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
