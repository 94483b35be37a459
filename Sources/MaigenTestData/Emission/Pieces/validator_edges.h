// Both ends of every edge, counted from 0.
typedef vector<pair<long long, long long>> Edges;
