#include <array>
#include <iostream>
#include <string>
#include <vector>

struct State {
    std::array<int, 26> next{};
    int length = 0, link = 0;
};

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, k;
    std::string s;
    std::cin >> n >> k >> s;
    // A suffix automaton; state 0 is "none", state 1 the empty string.
    std::vector<State> states(2);
    states.reserve(2 * n + 2);
    int last = 1;
    for (char letter : s) {
        int c = letter - 'a', now = int(states.size()), p = last;
        states.emplace_back();
        states[now].length = states[last].length + 1;
        for (; p != 0 && states[p].next[c] == 0; p = states[p].link) states[p].next[c] = now;
        if (p == 0) {
            states[now].link = 1;
        } else {
            int q = states[p].next[c];
            if (states[q].length != states[p].length + 1) {
                int copy = int(states.size());
                states.push_back(states[q]);
                states[copy].length = states[p].length + 1;
                states[q].link = copy;
                for (int r = p; r != 0 && states[r].next[c] == q; r = states[r].link) states[r].next[c] = copy;
                q = copy;
            }
            states[now].link = q;
        }
        last = now;
    }
    // A state holds at most one string of each length, of lengths from length(link) + 1 to length.
    int kinds = 0;
    for (int i = 2; i < int(states.size()); i++) kinds += states[states[i].link].length < k && k <= states[i].length;
    std::cout << kinds << '\n';
    return 0;
}
