namespace EdgeZone.Emulator.Hosting;

/// <summary>An IPv6 address to listen on where IPv6 is switched off. The server would not ask, and might get it all the same.</summary>
internal sealed class UnavailableAddressException(string address) : Exception($"Cannot listen on {address}: there is no IPv6 here.");
