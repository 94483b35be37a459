// Wrong: keeps the marks of the previous test case, where the same numbers stand for other people.
#include <cstdio>
#include <vector>

int mark[100005];

int main() {
    int t;
    if (scanf("%d", &t) != 1) return 1;
    while (t--) {
        int n, m;
        if (scanf("%d %d", &n, &m) != 2) return 1;
        std::vector<int> u(m), v(m), degree(n + 1);
        for (int i = 0; i < m; i++) {
            if (scanf("%d %d", &u[i], &v[i]) != 2) return 1;
            degree[u[i]]++;
            degree[v[i]]++;
        }
        std::vector<std::vector<int>> next(n + 1);
        for (int i = 0; i < m; i++) {
            bool forward = degree[u[i]] != degree[v[i]] ? degree[u[i]] < degree[v[i]] : u[i] < v[i];
            if (forward) next[u[i]].push_back(v[i]);
            else next[v[i]].push_back(u[i]);
        }
        long long triangles = 0;
        for (int a = 1; a <= n; a++) {
            for (int b : next[a]) mark[b] = a;
            for (int b : next[a]) {
                for (int c : next[b]) triangles += mark[c] == a;
            }
        }
        printf("%lld\n", triangles);
    }
    return 0;
}
