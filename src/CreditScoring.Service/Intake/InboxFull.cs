namespace CreditScoring.Service.Intake;

/// <summary>
/// There was no room for more within the sender's patience; nothing of what he sent is kept.
/// </summary>
public sealed class InboxFull() : Exception("the inbox is full");

/// <summary>A body that cannot be unpacked, or is cut off; nothing of it is kept.</summary>
public sealed class BodyDamaged(Exception? why = null) : Exception("the body is damaged or cut off", why);

/// <summary>A body that did not come within its time; nothing of it is kept.</summary>
public sealed class BodyTooSlow() : Exception("the body did not come in time");
