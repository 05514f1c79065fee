namespace CreditScoring.Inbox;

/// <summary>
/// There was no room for more within the sender's patience; nothing of what he sent is kept.
/// </summary>
public sealed class InboxFull() : Exception("the inbox is full");
