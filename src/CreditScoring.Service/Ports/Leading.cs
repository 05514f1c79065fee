namespace CreditScoring.Service.Ports;

/// <summary>
/// Of many workers one does what is enough to be done once. That is thrift and no more: where two
/// believe that they lead, the same is written twice.
/// </summary>
internal static class Leading
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(3);

    /// <summary>Waits until this worker leads.</summary>
    /// <param name="waits">LastAdvice at each try: to wait is no fault.</param>
    public static async Task<ILead> WaitAsync(
        IWorkingRecord record, string task, Action waits, CancellationToken stop)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            if (await record.LeadAsync(task) is { } lead)
            {
                return lead;
            }

            waits();
            await Task.Delay(AskEvery, stop);
        }
    }
}
