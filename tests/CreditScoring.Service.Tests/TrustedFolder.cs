/// <summary>
/// The tests of the service take their folder of rules as it is, but for those of the gazette; what they start
/// as processes of their own inherits it.
/// </summary>
[SetUpFixture]
public class TrustedFolder
{
    [OneTimeSetUp]
    public void TrustFolder() => Environment.SetEnvironmentVariable("CREDIT__Rules__TrustFolder", "true");
}
