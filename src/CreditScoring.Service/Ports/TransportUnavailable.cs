using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Ports;

/// <summary>
/// What carries events, tiers and recommendations could not be reached, did not answer in time, or
/// refused. Nothing is lost by it: it is a copy and a transport, so the work is done again later.
/// </summary>
public abstract class TransportUnavailable(string message, Exception? inner = null)
    : OutsideFault(message, inner);
