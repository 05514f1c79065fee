namespace CreditScoring.Service.Hosting;

/// <summary>
/// What fails for a reason outside of this program (disk, network, a server): it is told by its message,
/// which repeats nothing that somebody sent, and is tried again.
/// </summary>
public abstract class OutsideFault(string message, Exception? inner = null) : Exception(message, inner);
