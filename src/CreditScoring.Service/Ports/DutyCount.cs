namespace CreditScoring.Service.Ports;

/// <summary>How many duties of a name are open, or were missed, in a regime now.</summary>
/// <param name="Duty">By the name of its rule.</param>
/// <param name="State">open or missed: what is fulfilled is not kept apart.</param>
public sealed record DutyCount(string Duty, string State, long Count);
