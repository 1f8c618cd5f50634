import {type Connection, type MessageType, ShowMessageNotification} from './protocol.js'

/** A message that awaits no answer; the library's own helper asks for one, which some clients make a dialogue of. */
export const show = (connection: Connection, type: MessageType, message: string): void => {
  void connection.sendNotification(ShowMessageNotification.type, {type, message})
}
