package meshadvisor.signal;

import java.util.List;

import meshadvisor.model.Route;

/** One rule of a route with those that stand before it. */
record RouteRule(Route route, Route.Rule rule, List<Route.Rule> before) {}
