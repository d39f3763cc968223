# load-balancer
