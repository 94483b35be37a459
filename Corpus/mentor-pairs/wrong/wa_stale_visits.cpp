// Wrong: forgets the visited mentors only after a search that failed, not after every search.
#include <cstdio>
#include <vector>

std::vector<std::vector<int>> likes;
std::vector<int> newcomer;
std::vector<char> visited;

bool assign(int a) {
    for (int b : likes[a]) {
        if (visited[b]) continue;
        if (newcomer[b] == 0) {
            newcomer[b] = a;
            return true;
        }
        visited[b] = 1;
        if (assign(newcomer[b])) {
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
    visited.resize(m + 1);
    while (k--) {
        int a, b;
        if (scanf("%d %d", &a, &b) != 2) return 1;
        likes[a].push_back(b);
    }
    int pairs = 0;
    for (int a = 1; a <= n; a++) {
        if (assign(a)) pairs++;
        else visited.assign(m + 1, 0);
    }
    printf("%d\n", pairs);
    return 0;
}
