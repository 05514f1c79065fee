namespace CreditScoring.Law.Seconding;

/// <summary>
/// Room for what the names of a text stand for while it is compared, one piece for each text that is being
/// compared within another on the same thread.
/// </summary>
internal static class Given
{
    private const int Usual = 16;

    [ThreadStatic]
    private static Stack<object?[]>? spare;

    /// <returns>At least so long; what lies beyond is null.</returns>
    public static object?[] Rent(int length) =>
        length <= Usual && (spare ??= new Stack<object?[]>()).TryPop(out var room) ? room
            : new object?[Math.Max(length, Usual)];

    public static void Return(object?[] room)
    {
        Array.Clear(room);
        if (room.Length == Usual)
        {
            spare!.Push(room);
        }
    }
}
