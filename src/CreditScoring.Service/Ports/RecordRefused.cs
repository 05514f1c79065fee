namespace CreditScoring.Service.Ports;

/// <summary>
/// A record that must not be used as it is: another program's, a newer one, or in use.
/// </summary>
public sealed class RecordRefused(string message) : Exception(message);
