#include <array>
#include <iostream>
#include <string>
#include <vector>

// The states of the suffix automaton: each stands for one substring of every length in (length[link], length].
struct State {
    int length = 0, link = -1;
    std::array<int, 26> next;
    State() { next.fill(-1); }
};

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, k;
    std::string s;
    std::cin >> n >> k >> s;
    std::vector<State> states(1);
    states.reserve(2 * n + 1);
    int last = 0;
    for (char letter : s) {
        int c = letter - 'a', now = int(states.size());
        states.push_back(State());
        states[now].length = states[last].length + 1;
        int p = last;
        for (; p != -1 && states[p].next[c] == -1; p = states[p].link) states[p].next[c] = now;
        if (p == -1) {
            states[now].link = 0;
        } else {
            int q = states[p].next[c];
            if (states[q].length == states[p].length + 1) {
                states[now].link = q;
            } else {
                int copy = int(states.size());
                states.push_back(states[q]);
                states[copy].length = states[p].length + 1;
                for (; p != -1 && states[p].next[c] == q; p = states[p].link) states[p].next[c] = copy;
                states[q].link = states[now].link = copy;
            }
        }
        last = now;
    }
    int answer = 0;
    for (int v = 1; v < int(states.size()); v++) {
        if (states[states[v].link].length < k && k <= states[v].length) answer++;
    }
    std::cout << answer << '\n';
    return 0;
}
